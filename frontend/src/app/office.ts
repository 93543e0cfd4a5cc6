import 'element-plus/theme-chalk/dark/css-vars.css'
import 'element-plus/theme-chalk/el-message.css'
import './styles.css'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import { i18n } from '@/locales'
import { applyTheme } from '@/shared/theme'
import App from './App.vue'
import { queryClient } from './queryClient'
import { router } from './router'

applyTheme()
createApp(App).use(i18n).use(VueQueryPlugin, { queryClient }).use(router).mount('#app')
